import { dayOf, instant, type Instant, minuteOf, toMs } from '#shared/domain/base/days.ts';

/** One entry of a calendar. */
export interface CalendarEntry {
  /** The same for the same entry, so that a calendar replaces it instead of doubling it. */
  readonly uid: string;
  /** When it was written down. */
  readonly madeAt: Instant;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
}

/** Octets of a line without its end (RFC 5545 §3.1). */
const LINE_OCTETS = 75;
const CRLF = '\r\n';

/** Text as a value (RFC 5545 §3.3.11); control characters have no place in one. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Folds a line by octets, never inside a character; a line that goes on begins with a space. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LINE_OCTETS) [out, octets] = [`${out}${CRLF} `, 1];
    out += character;
    octets += more;
  }
  return out;
}

const utc = (at: Instant): string => at.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');

function tokyo(at: Instant): string {
  const minute = minuteOf(at);
  const time = [Math.floor(minute / 60), minute % 60, 0].map(part => String(part).padStart(2, '0'));
  return `${dayOf(at).replaceAll('-', '')}T${time.join('')}`;
}

/** Japan has kept one offset since 1951. */
const TOKYO = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** A calendar file (RFC 5545) with one entry in Tokyo time: CRLF, escaped, folded at 75 octets. */
export function calendarFile(entry: CalendarEntry): string {
  const endsAt = instant(toMs(entry.startsAt) + entry.minutes * 60_000);
  const optional = (name: string, text: string): string[] =>
    text === '' ? [] : [`${name}:${escaped(text)}`];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dosen//Dosen//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...TOKYO,
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}@dosen`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART;TZID=Asia/Tokyo:${tokyo(entry.startsAt)}`,
    `DTEND;TZID=Asia/Tokyo:${tokyo(endsAt)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    ...optional('LOCATION', entry.location),
    ...optional('DESCRIPTION', entry.description),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(line => folded(line) + CRLF).join('');
}
