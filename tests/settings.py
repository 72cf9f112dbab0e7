"""The settings under test: a data folder of its own, tasks that run at once, cheap passwords."""

import os
import tempfile

os.environ["NEWSBOARD_DATA_DIR"] = tempfile.mkdtemp(prefix="newsboard-tests-")
os.environ["NEWSBOARD_TASKS"] = "immediate"
for _name in ("NEWSBOARD_ENV", "NEWSBOARD_DEBUG", "NEWSBOARD_ALLOWED_HOSTS", "DATABASE_URL"):
    os.environ.pop(_name, None)

from newsboard.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
