"""Stands in for rapidfuzz, which Debian 12 does not have: nbgrader's exchange alone uses it, to guess at misspelled names."""
import difflib


class fuzz:
    @staticmethod
    def ratio(a, b):
        return 100 * difflib.SequenceMatcher(None, a, b).ratio()
