"""Train what stands after the mentions, stage by stage: dating, coreference, selection.

    python -m tests.evaluation.train_stages CORPORA [--write]

Each stage learns from what the stages before it make of documents that the mention model has not seen; run it after
``train_mentions.py``. Without --write the figures are printed and nothing is changed.
"""

from __future__ import annotations

import sys

from tests.evaluation import train_coreference, train_dating, train_selection
from timeline.weights import load_weights


def main(arguments: list[str]) -> None:
    for stage in (train_dating, train_coreference, train_selection):
        stage.main(arguments)
        load_weights.cache_clear()


if __name__ == "__main__":
    main(sys.argv[1:])
