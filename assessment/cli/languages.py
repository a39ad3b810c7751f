"""In which language the program speaks: as asked, else as the machine is set."""

from collections.abc import Mapping, Sequence

from assessment.core.texts import LANGUAGES

OPTION = "--language"
OWN = "GYDA_LANGUAGE"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def find_language(args: Sequence[str], environ: Mapping[str, str]) -> str:
    """`cy` or `en`: from `--language`, else GYDA_LANGUAGE, else the locale; English where none is Welsh."""
    asked = [args[at + 1] for at, arg in enumerate(args[:-1]) if arg == OPTION]
    asked += [arg.partition("=")[2] for arg in args if arg.startswith(f"{OPTION}=")]
    asked.append(environ.get(OWN, "").lower()[:2])
    locale = next((environ[name] for name in LOCALE if environ.get(name)), "")
    return next((language for language in asked if language in LANGUAGES), "cy" if locale.startswith("cy") else "en")
