"""Words that turn a typed answer round: negations, opposites, and prefixes that negate."""

_NEGATIONS = """
not no never none nobody nothing nowhere neither nor cannot cant dont doesnt didnt isnt arent wasnt
werent wont wouldnt shouldnt couldnt hasnt havent hadnt without hardly barely scarcely seldom
rarely except unless instead lack lacks lacked lacking fail fails failed deny denies denied false
wrong untrue refuse refuses refused rather despite
"""
NEGATIONS = frozenset(_NEGATIONS.split())
"""A word of these in one text and not in the other makes two texts disagree."""

_PREFIXES = """
un in im il ir non dis de anti mis counter contra mal under over pre post re sub super inter intra
ex hyper hypo pro out
"""
TURNING_PREFIXES = frozenset(_PREFIXES.split())
"""What may stand before a stem and change its sense: `interstate`, `intrastate`."""

_PAIRS = """
accept reject; accepted rejected; acceptance rejection; add remove; affect effect; after before;
agree disagree; allow forbid; allowed forbidden; ally enemy; allies enemies; ally opponent;
allow prevent; always never; attack defence; attack defend; attack defense; attacker defender;
assent ascent; begin end; benefit harm; better worse; big small; buyer seller; buy sell; cause
effect; causes effects; casual causal; claim counterclaim; conclusion premise; conclusions
premises; confirm deny; cooperation conflict; deter provoke; deterrence provocation; domestic
foreign; early late; earlier later; east west; eastern western; emigrate immigrate; emigration
immigration; eminent imminent; enter leave; escalate deescalate; everybody nobody; everyone
nobody; everything nothing; export import; exports imports; fact opinion; fall rise; fell rose;
few many; fewer more; first last; for against; friend enemy; friends enemies; friend foe; gain
loss; gains losses; gain lose; good bad; grow shrink; growth decline; guilt innocence; guilty
innocent; hawk dove; help hinder; helped hindered; high low; higher lower; improve worsen;
improved worsened; in out; include exclude; increase decrease; increased decreased; increases
decreases; inside outside; internal external; international intranational; interstate intrastate;
join leave; joined left; large small; left right; legal illegal; less more; liberal
conservative; linked separate; long short; loose lose; major minor; majority minority; maximum
minimum; more fewer; most least; near far; negative positive; new old; north south; northern
southern; occur cease; offence defence; offensive defensive; open closed; oppose support; opposed
supported; opponent supporter; peace war; poor rich; possible impossible; praise blame; praised
blamed; premise conclusion; prevent cause; prevented caused; private public; profit loss; prove
disprove; proved disproved; pull push; raise lower; raised lowered; real fake; reduce increase;
reduced increased; rebut concede; rebuts concedes; reward punish; same different; seller buyer;
short long; shared separate; similar different; similarity difference; small large; start end;
start stop; started stopped; strengthen weaken; strengthened weakened; strong weak; stronger
weaker; strength weakness; succeed fail; success failure; superior inferior; supplier customer;
support attack; supports attacks; support oppose; top bottom; true false; trust distrust; trust
suspicion; up down; upper lower; victim perpetrator; victory defeat; weak strong; win lose; won
lost; winner loser; with without; within outside; yes no; together apart; unite divide; united
divided; union division; common different; common separate; expand contract; expansion
contraction; engage isolate; engagement isolation; threat promise; threat reassurance; soft hard;
hot cold; above below; permit forbid; lead follow; leader follower; active passive; rational
irrational; mutual unilateral; advance retreat; aggressor victim; ascend descend; create destroy;
creation destruction; love hate; loves hates; optimist pessimist; optimism pessimism; offer
demand; supply demand; question answer; give take; gave took; permanent temporary; simple complex;
sink rise; tighten loosen; lift impose; lifted imposed; hostile friendly; hostility friendship;
united untied; prescribe proscribe
"""


def singular(word: str) -> str:
    """Return the word without an English plural's ending; both sides of a comparison get it.

    >>> [singular(word) for word in ("enemies", "losses", "allies", "crisis")]
    ['enemy', 'loss', 'ally', 'crisis']
    """
    if len(word) <= 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and word[-2] not in "sui" else word


OPPOSITES = frozenset(
    frozenset(singular(word) for word in pair.split())
    for pair in " ".join(_PAIRS.split()).split(";")
)
"""Pairs of words that must not stand for each other, though they may be near in letters."""

_CONFUSABLE = """
nation notion; policy police; trail trial; sacred scared; angel angle; moral morale; human humane;
adapt adopt; principal principle; personal personnel; allusion illusion; council counsel;
complement compliment; desert dessert; stationary stationery; thesis theses; statue statute;
marital martial; diary dairy; quiet quite; quiet quit; county country; county countries;
carpenter carpentry; correlation correction; deterrence deference; reality realty; marital martial;
warrant warren; precede proceed; region reign; region religion; crisis crises; analysis analyses;
premise promise; premised promised; secular sector; alley ally; treaty treat; ration ratio;
"""
CONFUSABLE = frozenset(
    frozenset(singular(word) for word in pair.split())
    for pair in " ".join(_CONFUSABLE.split()).split(";")
    if pair.strip()
)
"""Pairs of words that are a slip apart, and each a word of its own."""
