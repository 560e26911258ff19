"""The linter of the knowledge files: what is wrong in ``data/``, file by file and record by record.

>>> from timeline.knowledge import bundled
>>> check_folder(bundled("data"))
[]
"""

from timeline.check_data.folder import check_folder
from timeline.check_data.problem import Problem

__all__ = ["Problem", "check_folder"]
