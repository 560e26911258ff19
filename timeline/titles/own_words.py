"""A title in the words of the clause: its own verb in the present tense, with what follows it."""

from __future__ import annotations

import re

from timeline.model import ActorRole, EventMention
from timeline.participants.clause import Voice, read_voice
from timeline.titles.phrase import phrase
from timeline.titles.sides import Sides, is_plural, join_names
from timeline.titles.verbs import base_of, is_auxiliary, no_subjects, tell_active, tell_passive, verb_of_noun

_WORD = re.compile(r"[\w'’-]+")
_AUXILIARY = re.compile(r"\s(?:has|have|had|is|are|was|were|be|been|being|will|would|may|might|to)\b", re.IGNORECASE)
_OPENER = re.compile(r"^(?:and|but|that|so|whether|because|as|while|when|after|since|although)\s+", re.IGNORECASE)
_HEADS = re.compile(  # what follows a name that is the whole subject of a passive, unlike "the Acme settlement was"
    r"(?:\s*\([^()]*\))?(?:\s*[,–—-]|\s+(?:has|have|had|is|are|was|were|be|been|being|will|would|may|might|to|and|or|who|which|"
    r"not|also|[a-z]+ly|[a-z]+ed)\b|\s*$)"
)
_REDUCED = re.compile(r"[a-z]\s+(?:the|an?|its|his|her|their)\s+((?:[\w’'-]+\s+){1,3})$")
_LINKS = re.compile(r"(?:by|of|on|for|against|to|in|over)\b")
_ATTRIBUTE = re.compile(r"\b(?:\w+ing|an?|the|its|their|his|her|our|new|more|for|of|with)\s+$", re.IGNORECASE)
_GOVERNED = re.compile(r"\b([a-z]+)\s+(?:(?:an?|the|its|their|his|her|new)\s+){0,2}$")
_HELPED = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$")
_ABOUT = re.compile(r"\b(?:to|against|of)\s+")
_BY = re.compile(r"\bby\s+(?:the\s+|a\s+|an\s+)?$", re.IGNORECASE)
_NOUN_NEXT = re.compile(r"\s+(?!a\b|an\b|the\b|its\b|his\b|their\b|new\b|to\b|that\b|for\b|on\b|in\b|by\b)[a-z]+")


#: Types whose trigger is often a noun that says nothing without its verb.
_TOLD_BY_VERB = frozenset(["compliance_measure", "investigation", "statement", "agreement"])


def tell_clause(text: str, mention: EventMention, actors: tuple[ActorRole, ...], sides: Sides, subject: str) -> str:
    """The clause as a headline; "" when the trigger is no verb that can be told or nobody does it.

    ``subject`` is "clause" for types whose subject is a thing ("the law takes effect") rather than an actor.
    """
    governed = _tell_governed(text, mention, actors, sides) if mention.event_type in _TOLD_BY_VERB else ""
    governed = governed or _tell_speech(text, mention, actors, sides)
    if governed:
        return governed
    words = [m for m in _WORD.finditer(text, mention.start, mention.end) if not is_auxiliary(m[0])]
    verb = base_of(words[0][0]) if words and words[0][0][0].islower() else ""
    if not verb or _is_adjective(text, words[0], mention) or (subject and _is_loose(text, words[0], mention)):
        return ""
    left = max([mention.clause_start, *(a.end for a in actors if a.end <= mention.start)])
    voice = read_voice(text, mention, min(left, mention.start))
    if voice == "noun":
        return ""
    tail = phrase(text, words[0].end(), max(mention.clause_end, mention.end), actors)
    thing = _REDUCED.search(text, mention.clause_start, mention.start) if voice == "passive" else None
    if thing and not any(is_auxiliary(word) for word in thing[1].split()):  # "calls the act signed in May unjust"
        tail = tail if _LINKS.match(tail) else ""
        return f"{thing[1]} {tell_passive(verb, mention.factuality)} {tail}"
    name, plural = _subject(text, mention, actors, sides, "clause" if subject else voice)
    if not name:
        return ""
    told = tell_passive(verb, mention.factuality) if voice == "passive" else ""
    if told and " by " not in f" {tail}":
        tail += _doer(text, actors, mention, name)
    return f"{name} {told or tell_active(verb, mention.factuality, plural)} {tail}"


def _is_loose(text: str, word: re.Match[str], mention: EventMention) -> bool:
    """``signed a measure starting next year``: the words before it are another event's, not its subject."""
    helped = _HELPED.search(text, mention.clause_start, word.start())
    return word[0].endswith("ing") and word.start() > mention.clause_start and not helped


def _tell_governed(text: str, mention: EventMention, actors: tuple[ActorRole, ...], sides: Sides) -> str:
    """A noun with the verb that governs it: "is developing a hosting project" -> "develops hosting project"."""
    found = _GOVERNED.search(text, mention.clause_start, mention.start)
    verb = base_of(found[1]) if found else ""
    doers = [a for a in actors if a.rule_id.startswith("subject")] or sides[0]
    placed = [a for a in doers if found and mention.clause_start <= a.start < a.end <= found.start()]
    words = phrase(text, mention.start, max(mention.clause_end, mention.end), actors)
    if not (found and verb and placed and words) or is_auxiliary(found[1]) or words.split()[0].lower() in no_subjects():
        return ""
    between = text[placed[-1].end : found.start()]
    if not all(is_auxiliary(w) or w.endswith("ly") for w in between.split()) or " been" in between:
        return ""
    name, plural = join_names(placed)
    return f"{name} {tell_active(verb, mention.factuality, plural)} {words}"


def _tell_speech(text: str, mention: EventMention, actors: tuple[ActorRole, ...], sides: Sides) -> str:
    """What a noun of speech is about: "opposition from officials against a sale" -> "officials oppose sale"."""
    verbs = filter(None, map(verb_of_noun, text[mention.start : mention.end].split()))
    verb = next(verbs, "") if mention.event_type == "statement" else ""
    end = max(mention.clause_end, mention.end)
    about = _ABOUT.search(text, mention.end, end) if verb else None
    words = phrase(text, about.end(), end, actors) if about else ""
    name, plural = join_names(sides[0])
    return f"{name} {tell_active(verb, mention.factuality, plural)} {words}" if name and words else ""


def _doer(text: str, actors: tuple[ActorRole, ...], mention: EventMention, told: str) -> str:
    """By whom, where the clause says so behind the verb and the words of the title end before it."""
    behind = [a for a in actors if mention.end <= a.start < mention.clause_end and a.name not in told]
    named = [a for a in behind if _BY.search(text, mention.start, a.start)]
    return f" by {join_names(named)[0]}" if named else ""


def _is_adjective(text: str, word: re.Match[str], mention: EventMention) -> bool:
    """``proposed acquisition``, ``a court-ordered sale``, ``three orders of the court``: no verb after all."""
    if text[word.start() - 1 : word.start()] == "-":
        return True
    if word[0].endswith("ed") and _ATTRIBUTE.search(text, mention.clause_start, word.start()):
        return True  # "developing localized storage"
    if text.startswith(" of ", word.end()):
        return not word[0].endswith("ed")
    describes = word[0] == "proposed" or word[0].endswith("ing")
    return describes and word.end() < mention.end and bool(_NOUN_NEXT.match(text, word.end(), mention.end))


def _subject(
    text: str, mention: EventMention, actors: tuple[ActorRole, ...], sides: Sides, voice: Voice | str
) -> tuple[str, bool]:
    """Who or what stands before the verb: the names that the grammar put there, else the clause's own words."""
    rules = {"active": ("subject-active", "subject-undergoes", "owner"), "passive": ("subject-passive",)}
    named = [a for a in actors if a.rule_id.startswith(rules.get(voice, ("?",))) and a.end <= mention.start]
    if named and (voice == "active" or _HEADS.match(text, named[-1].end, mention.end)):
        return join_names(named)
    end = _subject_end(text, mention)
    if voice == "active":
        return join_names(sides[0])
    words = _OPENER.sub("", phrase(text, mention.clause_start, end, actors))
    if (
        words
        and end > mention.clause_start
        and not words[0].isdigit()
        and words.split()[0].lower() not in no_subjects()
    ):
        return words, is_plural(words)
    return join_names(sides[1]) if voice == "passive" else ("", False)


def _subject_end(text: str, mention: EventMention) -> int:
    """Where the subject of a verb with auxiliaries ends: before "has been", "was", "will be"."""
    found = _AUXILIARY.search(text, mention.clause_start, mention.start)
    return found.start() if found else mention.start
