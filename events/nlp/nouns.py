"""Common nouns that head a participant: which act for a state, which are bodies, people or things."""

from __future__ import annotations

from events.nlp.word_lists import word_set

# People and bodies that act for their state: "Israeli soldiers", "British officials".
STATE_HEADS = word_set(
    """force troop army military navy soldier marine warplane jet government ministry minister
    administration official authority regime junta embassy consulate side delegation president premier
    chancellor king queen ambassador envoy negotiator commander general warship aircraft artillery
    presidency spokesman spokeswoman spokesperson leadership leader secretary tank missile drone
    republic personnel servicemen serviceman troops forces authorities officials counterpart monarch
    fighter-jet airforce defence defense treasury cabinet bomber submarine"""
)
ORGANISATION_HEADS = word_set(
    """police court parliament senate congress assembly party company bank agency commission council
    committee tribunal union association university institute organisation organization group movement
    militia coalition alliance department office newspaper channel network watchdog legislature house
    bureau service guard firm regulator federation league front opposition airline broadcaster cartel
    gang charity foundation operator fund hospital force military army"""
)
# An organisation named so is one of the country spoken of: "Parliament", "the Supreme Court".
DOMESTIC_BODIES = word_set(
    """parliament senate congress assembly court tribunal police ministry council commission prosecutor
    office cabinet government guard army navy institute agency department party authority house chamber"""
)
BODIES = word_set("police government ministry administration regime junta embassy consulate navy cabinet")
SINGLE_PERSONS = word_set(
    """man woman boy girl teen teenager child suspect driver judge prosecutor lawyer diplomat soldier
    pilot officer policeman policewoman gunman attacker assailant worker journalist activist official
    spokesman spokeswoman spokesperson president minister leader candidate student teacher doctor nurse
    priest citizen national nephew son daughter wife husband brother sister mother father nominee person
    cleric hacker spy agent politician lawmaker senator governor mayor commander envoy ambassador prince
    princess bishop engineer businessman businesswoman victim detainee prisoner inmate defendant witness
    bomber militant fighter rebel opponent critic athlete player tourist passenger migrant refugee
    dissident blogger author writer supporter follower sympathiser sympathizer backer aide trader merchant
    courier informant fugitive militiaman insurgent trafficker smuggler banker executive"""
)
FOREIGN = word_set(
    """arab western european african asian foreign international regional global world muslim kurdish allied
    eastern nordic baltic un eu other jewish christian american-led multinational unknown"""
)
# Without a word on whose they are, these belong to the country that is spoken of.
DOMESTIC = word_set(
    """police policeman policemen government cabinet court parliament protester protestor demonstrator
    rioter prosecutor judge lawmaker legislator opposition resident voter troop soldier authority army
    military president minister premier chancellor king queen senate legislature parliamentarian junta
    electorate citizen farmer teacher student civilian official union public population rebel
    minority electorate party congress"""
)

GROUPS = word_set(
    """missionary actress people civilians staff crowd public population country nation power family force
    troop community
    ally thousand hundred dozen member state youth personnel leadership survivor relative passer-by
    casualty authority society delegation rescuer crew couple pedestrian insurgent jihadist
    pro-democracy muslim christian jew kurd catholic rohingya uyghur side
    neighbour neighbor rival enemy"""
)
OF_PEOPLE = ("ist", "yst", "ian", "er", "or", "eer", "ee", "ant", "man", "woman", "child", "mate", "body")
# Not people for all their endings.
THINGS = word_set(
    """tanker computer power-plant border letter order number paper water corridor sector reactor motor
    helicopter weather chapter matter offer center centre tower river launcher border container career
    factor bunker corner transfer trailer theater theatre summer winter quarter banner carrier error
    mirror visor disaster freighter cruiser destroyer newsletter measure structure figure chamber
    barrier fever power warrant grant plant restaurant variant amendment shelter trawler boiler router
    server drawer committee monitor harbor vector door floor labor liquor terror body jet missile drone
    warplane aircraft warship tank submarine airstrike artillery"""
)
# Named alone, these are the state that is spoken of: "The government will seek more charges".
RULING = word_set("government authority ministry junta administration")
# Whoever is so to somebody is not of the same state: "its neighbours", "Ukraine's allies".
RELATIONS = word_set(
    """neighbor neighbour ally enemy rival opponent partner foe adversary critic guest visitor invader
    occupier creditor backer patron donor attacker victim captor counterpart friend supplier"""
)
# Whoever is so to a person belongs to nobody else: "her lawyer", "the nephew of the cleric".
CLOSE = word_set(
    """lawyer nephew niece son daughter wife husband brother sister mother father cousin widow aide adviser
    advisor supporter follower ally rival critic attorney spokesman spokeswoman driver bodyguard friend doctor
    family partner predecessor successor deputy colleague"""
)
# Whoever leads these leads the state that they act for: "the Biden administration", "Maduro's government".
RULED = word_set("government administration junta regime cabinet force army military troop")
