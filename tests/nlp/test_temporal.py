"""Temporal expressions: what is one, what it is worth, and which days it names."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from events.nlp.findings import Interval, Time
from events.nlp.pipeline import load, read
from events.nlp.temporal import find_times, open_since, span_back, that_long_ago
from events.nlp.word_lists import word_list
from tests.timing import least_seconds

TUESDAY = date(2023, 6, 13)


def only(text: str, published: date = TUESDAY) -> tuple[str, Time]:
    """The one expression of a text, with its wording."""
    (found,) = find_times(text, published)
    return text[found.start : found.end], found


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("The envoys met on Monday in Oslo.", "Monday", "2023-06-12"),
        ("The envoys met on Tuesday in Oslo.", "Tuesday", "2023-06-13"),
        ("The envoys will meet on Friday.", "Friday", "2023-06-16"),
        ("The vote was postponed until Thursday.", "Thursday", "2023-06-15"),
        ("She resigned last Friday.", "last Friday", "2023-06-09"),
        ("It opens next Tuesday.", "next Tuesday", "2023-06-20"),
        ("They sign it this coming Sunday.", "this coming Sunday", "2023-06-18"),
        ("They left yesterday.", "yesterday", "2023-06-12"),
        ("They leave tomorrow.", "tomorrow", "2023-06-14"),
        ("They left the day before yesterday.", "the day before yesterday", "2023-06-11"),
        ("The treaty of June 13th, 2003, lapsed.", "June 13th, 2003", "2003-06-13"),
        ("The treaty of 13 June 2003 lapsed.", "13 June 2003", "2003-06-13"),
        ("The treaty of the 13th of June 2003 lapsed.", "13th of June 2003", "2003-06-13"),
        ("The treaty of 2003-06-13 lapsed.", "2003-06-13", "2003-06-13"),
        ("The treaty of 25/12/2003 lapsed.", "25/12/2003", "2003-12-25"),
        ("The treaty of 12/25/2003 lapsed.", "12/25/2003", "2003-12-25"),
        ("Polls open on Thursday, June 15.", "Thursday, June 15", "2023-06-15"),
        ("Troops entered on Feb. 24.", "Feb. 24", "2023-02-24"),
        ("The port was shelled a week ago.", "a week ago", "2023-W23"),
        ("The port was shelled 300 days ago.", "300 days ago", "2022-08-17"),
        ("He was freed 18 months ago.", "18 months ago", "2021-12"),
        ("He was freed a couple of weeks ago.", "a couple of weeks ago", "2023-W22"),
        ("He was freed a decade ago.", "a decade ago", "2013"),
        ("It happened last week.", "last week", "2023-W23"),
        ("It happened earlier this month.", "earlier this month", "2023-06"),
        ("It happened last month.", "last month", "2023-05"),
        ("It will happen early next year.", "early next year", "2024"),
        ("It happened last December.", "last December", "2022-12"),
        ("It happened in October last year.", "October last year", "2022-10"),
        ("It happened in mid-May.", "mid-May", "2023-05"),
        ("The summit will be held in July.", "July", "2023-07"),
        ("The summit was held in July.", "July", "2022-07"),
        ("Exports fell in the third quarter of 2022.", "the third quarter of 2022", "2022-Q3"),
        ("Exports fell in Q3 2022.", "Q3 2022", "2022-Q3"),
        ("Exports fell last quarter.", "last quarter", "2023-Q1"),
        ("Exports fell in the first half of 2022.", "the first half of 2022", "2022-H1"),
        ("The budget for fiscal 2024 passed.", "fiscal 2024", "2024"),
        ("His term ends this fall.", "this fall", "2023-FA"),
        ("His term ended last summer.", "last summer", "2022-SU"),
        ("It began in the winter of 2021.", "the winter of 2021", "2021-WI"),
        ("It began in the 1990s.", "the 1990s", "199"),
        ("It began in the 19th century.", "the 19th century", "18"),
        ("It began in 1648.", "1648", "1648"),
        ("It began in January nineteen ninety-seven.", "January nineteen ninety-seven", "1997-01"),
        ("It was to end by the year two thousand.", "the year two thousand", "2000"),
        ("It is to close by year-end.", "year-end", "2023-12-31"),
        ("The pact, effective June 1, holds.", "June 1", "2023-06-01"),
        ("They left in early October this year.", "early October this year", "2023-10"),
        ("They vote on 14 May next year.", "14 May next year", "2024-05-14"),
        ("They voted on May 3 last year.", "May 3 last year", "2022-05-03"),
        ("The shops shut on Good Friday 2022.", "Good Friday 2022", "2022-04-15"),
        ("The 9/11 attacks changed it.", "9/11", "2001-09-11"),
        ("The roads were shut over the weekend.", "the weekend", "2023-W23-WE"),
    ],
)
def test_dates_are_resolved_against_publication(text: str, wording: str, value: str) -> None:
    found = only(text)
    assert (found[0], found[1].type, found[1].value) == (wording, "DATE", value)


@pytest.mark.parametrize(
    ("text", "wording", "kind", "value"),
    [
        ("For thirteen months, Ankara said no.", "thirteen months", "DURATION", "P13M"),
        ("It lasted two and a half hours or 2 1/2 hours.", "2 1/2 hours", "DURATION", "PT2H30M"),
        ("A five-year plan was drawn up.", "five-year", "DURATION", "P5Y"),
        ("It held for several months.", "several months", "DURATION", "PXM"),
        ("They ruled for two decades.", "two decades", "DURATION", "P20Y"),
        ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("They meet every month.", "every month", "SET", "P1M"),
        ("They meet twice a year.", "twice a year", "SET", "P1Y"),
        ("They hold daily briefings.", "daily", "SET", "P1D"),
        ("The siren sounded at 10 p.m. on Wednesday.", "10 p.m. on Wednesday", "TIME", "2023-06-07T22:00"),
        ("The siren sounded on Monday at 14:30 GMT.", "Monday at 14:30 GMT", "TIME", "2023-06-12T14:30"),
        ("The siren sounded on Friday evening.", "Friday evening", "TIME", "2023-06-09TEV"),
        ("The siren sounded on Friday night.", "Friday night", "DATE", "2023-06-09"),
        ("The siren sounded on the night of May 3.", "night of May 3", "DATE", "2023-05-03"),
        ("The siren sounded at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m.", "TIME", "2023-06-09T10:35"),
        ("They earned less in the year ended March 31.", "the year", "DURATION", "P1Y"),
        ("Troops held the town in a week-long siege.", "a week-long", "DURATION", "P1W"),
        ("They send home $2 billion a year.", "a year", "DURATION", "P1Y"),
        ("The siren sounded last night.", "last night", "TIME", "2023-06-12TNI"),
        ("They are now in Riga.", "now", "DATE", "PRESENT_REF"),
        ("They recently moved to Riga.", "recently", "DATE", "PAST_REF"),
        ("They may move in the future.", "in the future", "DATE", "FUTURE_REF"),
    ],
)
def test_times_durations_sets_and_references(text: str, wording: str, kind: str, value: str) -> None:
    assert (wording, kind, value) in [
        (text[time.start : time.end], time.type, time.value) for time in find_times(text, TUESDAY)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said so.",
        "It may rain, and they march on.",
        "May I come in?",
        "April Smith said so.",
        "The Women's March drew crowds.",
        "The Sunday Times printed it.",
        "Shops cut prices on Black Friday.",
        "The fall of Kabul shook them.",
        "A 34-year-old teacher was hurt.",
        "He is 40 years old.",
        "Some 2,000 troops left.",
        "The hall seats 2000 people.",
        "It sold 1,990 tonnes.",
        "The Daily Mail printed it.",
        "It ships 90,000 tonnes a year.",
        "Guards stood there 24 hours a day.",
        "For them, high noon had come.",
        "Now, she said, they had to choose.",
        "It matters to today's youth.",
        "The quarter-to-quarter figures fell.",
        "A three-quarters majority voted for it.",
        "The court sat on 31 June.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert find_times(text, TUESDAY) == [] or all(
        time.value == "2023-06" for time in find_times(text, TUESDAY)
    )


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It opened on 3 May.", date(2023, 5, 3), date(2023, 5, 3), "day"),
        ("It opened last week.", date(2023, 6, 5), date(2023, 6, 11), "week"),
        ("It opened in May.", date(2023, 5, 1), date(2023, 5, 31), "month"),
        ("It opens this fall.", date(2023, 9, 1), date(2023, 11, 30), "season"),
        ("It opened in the winter of 2022.", date(2022, 12, 1), date(2023, 2, 28), "season"),
        ("It opened in the first quarter.", date(2023, 1, 1), date(2023, 3, 31), "quarter"),
        ("It opened in 2011.", date(2011, 1, 1), date(2011, 12, 31), "year"),
        ("It opened overnight.", date(2023, 6, 12), date(2023, 6, 13), "range"),
        ("It rained in the past 24 hours.", date(2023, 6, 12), date(2023, 6, 13), "range"),
        ("It rained for the last two weeks.", date(2023, 5, 30), date(2023, 6, 13), "range"),
        ("It rains for the next three days.", date(2023, 6, 13), date(2023, 6, 16), "range"),
        ("They meet on November 15–16.", date(2023, 11, 15), date(2023, 11, 16), "range"),
        ("They fought in the 1950-53 war.", date(1950, 1, 1), date(1953, 12, 31), "range"),
        ("They will vote in ten days.", date(2023, 6, 23), date(2023, 6, 23), "day"),
    ],
)
def test_intervals_name_the_days(text: str, start: date, end: date, precision: str) -> None:
    assert only(text)[1].interval == Interval(start, end, precision)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "values", "start", "end"),
    [
        ("It sat from 3 to 5 March 2022.", ["2022-03-03", "2022-03-05"], date(2022, 3, 3), date(2022, 3, 5)),
        ("It ran between May and July 2022.", ["2022-05", "2022-07"], date(2022, 5, 1), date(2022, 7, 31)),
        (
            "It ran from November 30 to December 2, 2022.",
            ["2022-11-30", "2022-12-02"],
            date(2022, 11, 30),
            date(2022, 12, 2),
        ),
        (
            "It ran from December 2021 to May 2022.",
            ["2021-12", "2022-05"],
            date(2021, 12, 1),
            date(2022, 5, 31),
        ),
        ("It ran from 2014 to 2016.", ["2014", "2016"], date(2014, 1, 1), date(2016, 12, 31)),
        (
            "It ran Monday through Tuesday.",
            ["2023-06-12", "2023-06-13"],
            date(2023, 6, 12),
            date(2023, 6, 13),
        ),
    ],
)
def test_both_ends_of_a_stretch_carry_the_whole(text: str, values: list[str], start: date, end: date) -> None:
    found = find_times(text, TUESDAY)
    assert [time.value for time in found] == values
    assert {time.interval for time in found} == {Interval(start, end, "range")}


def test_two_months_that_are_no_stretch_stay_apart() -> None:
    first, second = find_times("It rained in May and July 2022.", TUESDAY)
    assert (first.value, second.value) == ("2023-05", "2022-07")


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        (date(2023, 1, 3), "The ferry sank on December 30.", "2022-12-30"),
        (date(2022, 12, 30), "The ferry will sail on January 2.", "2023-01-02"),
        (date(2023, 1, 3), "The ferry sank in November.", "2022-11"),
        (date(2023, 1, 3), "The ferry sank last week.", "2022-W52"),
        (date(2023, 1, 3), "The ferry sails this winter.", "2022-WI"),
        (date(2023, 1, 3), "The ferry sank in the fourth quarter.", "2022-Q4"),
        (date(2024, 3, 31), "The ferry sank a month ago.", "2024-02"),
    ],
)
def test_year_ends_are_crossed(published: date, text: str, value: str) -> None:
    assert only(text, published)[1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The convoy left on 3 May and came back two days later.", "2023-05-05"),
        ("The convoy left on 3 May and was hit the same day.", "2023-05-03"),
        ("The convoy left on 3 May and was hit the following month.", "2023-06"),
        ("On Wednesday the agency said that the convoy was hit two days earlier.", "2023-06-05"),
    ],
)
def test_distances_count_from_the_date_named_last(text: str, value: str) -> None:
    assert find_times(text, TUESDAY)[-1].value == value


def test_years_are_listed() -> None:
    found = find_times("Votes were held in 1994, 1995 and 1997.", TUESDAY)
    assert [time.value for time in found] == ["1994", "1995", "1997"]


def test_in_a_report_on_a_quarter_a_year_earlier_is_that_quarter() -> None:
    text = "Profit in the first quarter rose to 30 million euros from 20 million a year earlier."
    assert [time.value for time in find_times(text, TUESDAY)] == ["2023-Q1", "2022-Q1"]


def test_the_same_period_last_year_is_that_quarter_too() -> None:
    text = "Profit in the first quarter rose, compared with the same period last year."
    assert [time.value for time in find_times(text, TUESDAY)] == ["2023-Q1", "2022-Q1"]


def test_a_year_earlier_elsewhere_is_the_year_before() -> None:
    text = "He won in 2019 after losing a year earlier."
    assert [time.value for time in find_times(text, TUESDAY)] == ["2019", "2018"]


@pytest.mark.parametrize(
    ("words", "tags", "pos", "deps", "heads", "value"),
    [
        (
            ["Talks", "opened", "on", "Friday"],
            ["NNS", "VBD", "IN", "NNP"],
            ["NOUN", "VERB", "ADP", "PROPN"],
            ["nsubj", "ROOT", "prep", "pobj"],
            [1, 1, 1, 2],
            "2023-06-09",
        ),
        (
            ["Talks", "will", "open", "Friday"],
            ["NNS", "MD", "VB", "NNP"],
            ["NOUN", "AUX", "VERB", "PROPN"],
            ["nsubj", "aux", "ROOT", "npadvmod"],
            [2, 2, 2, 2],
            "2023-06-16",
        ),
        (
            ["They", "agreed", "to", "meet", "Friday"],
            ["PRP", "VBD", "TO", "VB", "NNP"],
            ["PRON", "VERB", "PART", "VERB", "PROPN"],
            ["nsubj", "ROOT", "aux", "xcomp", "npadvmod"],
            [1, 1, 3, 1, 3],
            "2023-06-16",
        ),
        (
            ["They", "came", "to", "meet", "Friday"],
            ["PRP", "VBD", "TO", "VB", "NNP"],
            ["PRON", "VERB", "PART", "VERB", "PROPN"],
            ["nsubj", "ROOT", "aux", "advcl", "npadvmod"],
            [1, 1, 3, 1, 3],
            "2023-06-09",
        ),
        (
            ["The", "truce", "begins", "Friday"],
            ["DT", "NN", "VBZ", "NNP"],
            ["DET", "NOUN", "VERB", "PROPN"],
            ["det", "nsubj", "ROOT", "npadvmod"],
            [1, 2, 2, 2],
            "2023-06-16",
        ),
        (
            ["Police", "arrest", "him", "Friday"],
            ["NNS", "VBP", "PRP", "NNP"],
            ["NOUN", "VERB", "PRON", "PROPN"],
            ["nsubj", "ROOT", "dobj", "npadvmod"],
            [1, 1, 1, 1],
            "2023-06-09",
        ),
    ],
)
def test_the_parse_tells_last_friday_from_the_next(
    words: list[str], tags: list[str], pos: list[str], deps: list[str], heads: list[int], value: str
) -> None:
    lemmas = [{"agreed": "agree", "came": "come", "begins": "begin"}.get(word, word) for word in words]
    doc = Doc(spacy.blank("en").vocab, words, tags=tags, pos=pos, deps=deps, heads=heads, lemmas=lemmas)
    (found,) = find_times(doc.text, TUESDAY, doc)
    assert found.value == value


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        (date(2024, 8, 5), "The unrest was set off in July by quotas.", "2024-07"),
        (TUESDAY, "The vote was set for July.", "2023-07"),
        (TUESDAY, "The two spoke about the alliance's summit in Vilnius in July.", "2023-07"),
        (date(2023, 9, 13), "They discussed the summit in July.", "2023-07"),
        (TUESDAY, "They met at the summit in July.", "2022-07"),
        (TUESDAY, "Ahead of the July summit, ministers met in Oslo.", "2023-07"),
        (TUESDAY, "Officials praised the upcoming April vote.", "2024-04"),
        (TUESDAY, "He accused them over the September bombing.", "2022-09"),
        (date(2023, 6, 12), "The Security Council meets on Tuesday.", "2023-06-13"),
        (date(2023, 6, 14), "The Security Council meets on Tuesday.", "2023-06-13"),
        (TUESDAY, "A rally planned for Monday was cancelled.", "2023-06-12"),
        (TUESDAY, "Two members had filed their reports by Monday.", "2023-06-12"),
        (TUESDAY, "The troops must leave by Monday.", "2023-06-19"),
    ],
)
def test_who_bears_a_time_tells_which_way_it_lies(published: date, text: str, value: str) -> None:
    doc = load()(text)
    assert find_times(text, published, doc)[-1].value == value


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("For thirteen months, Ankara said no.", date(2022, 5, 13)),
        ("For two weeks, Ankara said no.", date(2023, 5, 30)),
        ("For several months, Ankara said no.", None),
        ("On Monday, Ankara said no.", None),
    ],
)
def test_a_duration_reaches_back_from_publication(text: str, start: date | None) -> None:
    expected = Interval(start, TUESDAY, "range") if start else None
    assert span_back(only(text)[1], TUESDAY) == expected


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("It comes four days after the raid.", Interval(date(2023, 6, 9), date(2023, 6, 9), "day")),
        ("It comes 21 years after the raid.", Interval(date(2002, 1, 1), date(2002, 12, 31), "year")),
        ("It comes several days after the raid.", None),
    ],
)
def test_a_distance_dates_what_it_is_counted_from(text: str, interval: Interval | None) -> None:
    assert that_long_ago(only(text)[1], TUESDAY) == interval


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("since the February 24, 2022, invasion", date(2022, 2, 24)),
        ("since March", date(2023, 3, 1)),
        ("since 2014", date(2014, 1, 1)),
        ("since 30 June 2031", None),
        ("since recently", None),
    ],
)
def test_since_reaches_until_publication(text: str, start: date | None) -> None:
    expected = Interval(start, TUESDAY, "range") if start else None
    assert open_since(only(text)[1], TUESDAY) == expected


def test_a_dateline_names_a_day_but_dates_no_event() -> None:
    text = "WASHINGTON, June 9 (Wire) -- The president met the king in the capital."
    found = read(text, TUESDAY)
    assert [time.value for time in found.times] == ["2023-06-09"]
    assert all(event.interval is None for event in found.events)


_PIECES = st.sampled_from(
    [
        "\n\n",
        *word_list(
            "the last next two 3 31 1999 2023 May March Friday fall day week weeks year quarter third half "
            "of to and - – , . 's ago later a p.m. 10:30 '90s 1990s century first twenty 9/11 İ ﬁ ٣ ² "
            "million every Easter"
        ),
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_is_read_in_order_and_within_its_bounds(text: str, published: date) -> None:
    reached = 0
    for found in find_times(text, published):
        assert reached <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        assert found.interval is None or found.interval.start <= found.interval.end
        span_back(found, published)
        that_long_ago(found, published)
        open_since(found, published)
        reached = found.end


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "$" * 100_000,
        "\n " * 50_000,
        "the last " * 25_000,
        "two " * 25_000,
        "twenty-" * 15_000,
        "1990-" * 15_000,
        "from May to " * 8_000,
        "1/2/" * 25_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_costs_linear_time(text: str) -> None:
    assert least_seconds(lambda: find_times(text, TUESDAY)) < 1.0
