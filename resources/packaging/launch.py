"""What the bundled program starts with."""

import sys

from mlp_gui.__main__ import main

sys.exit(main())
