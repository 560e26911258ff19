"""The linter of the knowledge files: what is wrong in ``data/``, file by file and record by record.

>>> check_folder("nowhere")[0].message
'holds no file; give a folder laid out like data/.'
"""

from timeline.check_data.folder import check_folder
from timeline.check_data.problem import Problem

__all__ = ["Problem", "check_folder"]
