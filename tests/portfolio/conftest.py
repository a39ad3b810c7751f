"""The stores of the store's own tests."""

from tests.store.conftest import database, file_store, folder, opened, postgres, postgres_address, store

__all__ = ["database", "file_store", "folder", "opened", "postgres", "postgres_address", "store"]
