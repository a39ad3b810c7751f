"""Letting go of a file that somebody gave, once it has been read."""

from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile


def let_go(file: UploadedFile) -> None:
    """Forget a file. Streamlit would hold it until its person closes the page."""
    context = get_script_run_ctx()
    # Only this keeper can let go of one file; it is the one that Streamlit has, and tests may have another.
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
