"""Streamlit's fixed English words, as a person may meet them in Gyda, and what a page says instead.

English (exactly as Streamlit 1.67 writes it) -> Welsh. A browser test walks every widget we use and fails on
any English word that is missing here. Where Streamlit speaks to whoever wrote an app, an English page is
clearer too.
"""

from typing import Final

_STOPPED_HERE: Final = (
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:"
)
_STOPPED: Final = "Streamlit server is not responding. Are you connected to the internet?"

FIXED_WORDS: Final[dict[str, str]] = {
    # The frame
    "Skip to main content": "Neidio i'r prif gynnwys",
    "Main menu": "Prif ddewislen",
    "Link to heading": "Dolen i'r pennawd",
    "Help": "Cymorth",
    "Close": "Cau",
    "Cancel": "Canslo",
    "Try again": "Rhoi cynnig arall arni",
    "Continue anyway": "Mynd ymlaen beth bynnag",
    "Running...": "Wrthi...",
    "Stop": "Stopio",
    "Stopping...": "Yn stopio...",
    "Loading": "Yn llwytho",
    "Loading...": "Yn llwytho...",
    "Connecting": "Yn cysylltu",
    "CONNECTING": "YN CYSYLLTU",
    "Please wait...": "Arhoswch funud...",
    "Expand sidebar": "Agor y bar ochr",
    "Collapse sidebar": "Cau'r bar ochr",
    # Losing the connection
    "Connection error": "Does dim cysylltiad",
    "Connection closed": "Mae'r cysylltiad wedi cau",
    "Connection timed out.": "Mae'r cysylltiad wedi cymryd gormod o amser.",
    "Connection timed out": "Mae'r cysylltiad wedi cymryd gormod o amser",
    "Connection lost. Please wait for the app to reconnect, then try again.": (
        "Mae'r cysylltiad wedi torri. Arhoswch iddo ddod yn ôl, a rhowch gynnig arall arni."
    ),
    "Reconnected to server.": "Mae'r cysylltiad wedi dod yn ôl.",
    _STOPPED_HERE: (
        "Dydy Gyda ddim yn ateb. Mae popeth oedd wedi'i gadw yn dal yn ddiogel. Cychwynnwch Gyda eto yn y derfynell, "
        "ac wedyn bydd y dudalen hon yn mynd ymlaen ohoni ei hun:"
    ),
    _STOPPED: (
        "Dydy Gyda ddim yn ateb. Mae popeth oedd wedi'i gadw yn dal yn ddiogel. Pan fydd Gyda'n rhedeg eto, bydd y "
        "dudalen hon yn mynd ymlaen ohoni ei hun."
    ),
    "Failed to establish websocket connection": "Methu cysylltu â Gyda",
    "Page not found": "Does dim tudalen o'r enw hwn",
    "Unknown error": "Gwall anhysbys",
    "Network error": "Gwall rhwydwaith",
    # Fields and choices
    "Clear value": "Clirio",
    "Clear all": "Clirio popeth",
    "Clear": "Clirio",
    "Open": "Agor",
    "No results": "Dim canlyniadau",
    "Selectbox options": "Dewisiadau",
    "Select...": "Dewiswch...",
    "Choose an option": "Dewiswch",
    "Choose options": "Dewiswch",
    "Choose or add an option": "Dewiswch, neu ychwanegwch un",
    "Choose or add options": "Dewiswch, neu ychwanegwch rai",
    "Add an option": "Ychwanegwch un",
    "Add options": "Ychwanegwch rai",
    "No options to select": "Does dim i'w ddewis",
    "No options to select.": "Does dim i'w ddewis.",
    "Select all": "Dewis popeth",
    "Error:": "Gwall:",
    "Error": "Gwall",
    "Press Enter to apply": "Pwyswch Enter i'w gadw",
    "Press Enter to submit form": "Pwyswch Enter i anfon y ffurflen",
    "Press Ctrl+Enter to apply": "Pwyswch Ctrl+Enter i'w gadw",
    "Press Ctrl+Enter to submit form": "Pwyswch Ctrl+Enter i anfon y ffurflen",
    "Press ⌘+Enter to apply": "Pwyswch ⌘+Enter i'w gadw",
    "Press ⌘+Enter to submit form": "Pwyswch ⌘+Enter i anfon y ffurflen",
    "This field is required.": "Mae angen ateb yma.",
    # Files
    "Upload": "Dewis ffeil",
    "Upload directories": "Dewis ffolder",
    "file upload": "Dewis ffeil",
    "Browse files": "Dewis ffeil",
    "Add files": "Ychwanegu ffeiliau",
    "Drag and drop a file here": "Llusgwch ffeil yma",
    "Drag and drop files here": "Llusgwch ffeiliau yma",
    "Drag and drop file here": "Llusgwch ffeil yma",
    "Drag and drop directories here": "Llusgwch ffolder yma",
    "Remove file": "Tynnu'r ffeil",
    "Delete file": "Tynnu'r ffeil",
    "Error uploading file": "Methu llwytho'r ffeil",
    "Error deleting file": "Methu tynnu'r ffeil",
    "Click to retry upload": "Cliciwch i roi cynnig arall arni",
    "Files": "Ffeiliau",
    "Download failed": "Methu lawrlwytho",
    "Failed to generate file for download": "Methu gwneud y ffeil i'w lawrlwytho",
    "Previous page": "Y dudalen flaenorol",
    "Next page": "Y dudalen nesaf",
    "Pagination": "Tudalennau",
    # Pictures and tables
    "Fullscreen": "Sgrin lawn",
    "View fullscreen": "Sgrin lawn",
    "Close fullscreen": "Gadael sgrin lawn",
    "Toolbar action": "Gweithred",
    "Scrollable table": "Tabl i'w sgrolio",
    "Scroll tabs left": "Sgrolio'r tabiau i'r chwith",
    "Scroll tabs right": "Sgrolio'r tabiau i'r dde",
    "Back to reference": "Yn ôl i'r cyfeiriad",
    "Copy to clipboard": "Copïo",
}

#: Sentences with a blank: a regular expression for the whole text -> Welsh with $1.
PATTERNS: Final[dict[str, str]] = {
    r"Help for (.+)": "Cymorth: $1",
    r"(\d+(?:\.\d+)?\s?[KMG]?B) per file(?: • (.+))?": "Hyd at $1 y ffeil",
    r"Remove (.+)": "Tynnu $1",
    r"Delete (.+)": "Tynnu $1",
    r"Cancel upload of (.+)": "Peidio â llwytho $1",
    r"Uploading (.+)": "Yn llwytho $1",
    r"File is larger than (.+)": "Mae'r ffeil yn fwy na $1",
    r"File type must be (.+)": "Rhaid i'r ffeil fod yn un o'r rhain: $1",
    r"File must be (.+) or smaller\.": "Rhaid i'r ffeil fod yn $1 neu'n llai.",
    r"(.+) files are not allowed\.": "Dydy ffeiliau $1 ddim yn cael eu derbyn.",
    r"Page (\d+)": "Tudalen $1",
    r"Add: (.+)": "Ychwanegu: $1",
    r"Attempting to connect to (.+)\.": "Yn ceisio cysylltu.",
    r"You have requested page .+": ("Does dim tudalen o'r enw hwn yn Gyda. Dyma'r dudalen gyntaf."),
    r"The page that you have requested does not seem to exist.+": (
        "Does dim tudalen o'r enw hwn yn Gyda. Dyma'r dudalen gyntaf."
    ),
}

#: The command that Streamlit names, in either language.
COMMANDS: Final[dict[str, str]] = {"streamlit run yourscript.py": "make run"}

#: What an English page says more clearly.
CLEARER: Final[dict[str, str]] = {
    "Upload directories": "Choose a folder",
    "Drag and drop directories here": "Drag a folder here",
    _STOPPED_HERE: (
        "Gyda is not answering. Everything that was saved is safe. Start Gyda again in the terminal, and then this "
        "page goes on by itself:"
    ),
    _STOPPED: (
        "Gyda is not answering. Everything that was saved is safe. Once Gyda is running again, this page goes on by "
        "itself."
    ),
}
