"""What makes a plan of a wish: the parts that an action should say."""

from typing import Final

#: What every action that goes on should say.
ASKED: Final = ("owner", "by", "with_whom", "how_we_know")
#: What a promise needs before people can rely on it.
MEANS: Final = ("owner", "by", "needs")
