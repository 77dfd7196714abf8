/** One deliberate mistake: the line of the file that holds `was` exactly once gets `becomes` instead. */
export interface Mutant {
  what: string;
  file: string;
  was: string;
  becomes: string;
}

/** Ten lines of `shared/domain`, one mistake in each that people do make. */
export const MUTANTS: readonly Mutant[] = [
  {
    what: 'national holidays count as working days',
    file: 'calendar/calendar.ts',
    was: "if (holidayOf(cal, on) !== null) return 'holiday';",
    becomes: "if (holidayOf(cal, on) === '') return 'holiday';",
  },
  {
    what: 'Tokyo days begin at UTC midnight',
    file: 'base/days.ts',
    was: 'return new Date(toMs(at) + TOKYO_OFFSET_MS).toISOString().slice(0, 10) as Day;',
    becomes: 'return new Date(toMs(at)).toISOString().slice(0, 10) as Day;',
  },
  {
    what: 'staying hot needs more than the limit, not the limit',
    file: 'scoring/band.ts',
    was: "if (previous === 'hot' && standing.total >= hot.leave) return 'hot';",
    becomes: "if (previous === 'hot' && standing.total > hot.leave) return 'hot';",
  },
  {
    what: 'a missing value becomes a blank in the mail',
    file: 'mail/template.ts',
    was: "if (value === '' && node.fallback === null)",
    becomes: "if (value === '' && node.fallback === '')",
  },
  {
    what: 'Newcombe with the bounds of the two samples swapped',
    file: 'insights/proportions.ts',
    was: 'low: d - Math.hypot(a.value - a.low, b.high - b.value),',
    becomes: 'low: d - Math.hypot(a.high - a.value, b.value - b.low),',
  },
  {
    what: 'two people who share a mail address are one, whatever speaks against it',
    file: 'leads/match.ts',
    was: 'const reason = doubt(pair);',
    becomes: 'const reason = couldBe ? null : doubt(pair);',
  },
  {
    what: 'a mail whose reply was lost is sent again',
    file: 'mail/outbox-states.ts',
    was: "if (state === 'submitting') return 'loseReply';",
    becomes: "if (state === 'submitting') return 'release';",
  },
  {
    what: 'one wrong digit in the check table of list numbers',
    file: 'calls/list-number.ts',
    was: "'4206871359',",
    becomes: "'4206871395',",
  },
  {
    what: 'people who must not be called are on the list',
    file: 'calls/callable.ts',
    was: "if (lead.doNotCall) return 'doNotCall';",
    becomes: "if (lead.doNotCall && !lead.phone) return 'doNotCall';",
  },
  {
    what: 'the loose company key keeps the legal form',
    file: 'leads/company.ts',
    was: "const text = foldCharacters(expand(name).text).replace(FORM, ' ').trim();",
    becomes: 'const text = foldCharacters(expand(name).text).trim();',
  },
];
