import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { instant } from '#shared/domain/base/days.ts';
import { calendarFile, type CalendarEntry } from '#shared/domain/calls/ics.ts';
import { counted } from '#test/helpers/runs.ts';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '0193a7',
  madeAt: instant('2026-11-20T01:02:03Z'),
  startsAt: instant('2026-11-24T15:30:00+09:00'),
  minutes: 60,
  summary: '打ち合わせ',
  location: '',
  description: '',
  ...more,
});

/** What another program reads. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const at = (time: ICAL.Time) => {
    expect(time.zone?.tzid ?? zone.tzid).toBe('Asia/Tokyo');
    // Through the zone the file describes, not the one of the machine.
    return instant(time.convertToZone(ICAL.Timezone.utcTimezone).toJSDate());
  };
  return { event, startsAt: at(event.startDate), endsAt: at(event.endDate) };
}

describe('a calendar file', () => {
  it('says when and where, in Tokyo time, to another program', () => {
    const text = calendarFile(
      entry({ location: '東京都千代田区1-1, 3階; 受付', description: '1行目\n2行目 C:\\data' }),
    );
    const { event, startsAt, endsAt } = read(text);
    expect(startsAt).toBe('2026-11-24T06:30:00.000Z');
    expect(endsAt).toBe('2026-11-24T07:30:00.000Z');
    expect(event).toMatchObject({
      uid: '0193a7@dosen',
      summary: '打ち合わせ',
      location: '東京都千代田区1-1, 3階; 受付',
      description: '1行目\n2行目 C:\\data',
    });
    expect(text).toContain('DTSTART;TZID=Asia/Tokyo:20261124T153000\r\n');
    expect(text).toContain('DTSTAMP:20261120T010203Z\r\n');
  });
  it('goes over midnight', () => {
    const { endsAt } = read(calendarFile(entry({ startsAt: instant('2026-12-31T23:45:00+09:00') })));
    expect(endsAt).toBe('2026-12-31T15:45:00.000Z');
  });
  it('keeps any text, in lines of 75 octets that end with CRLF and break no character', () => {
    const special = fc.constantFrom('\\', ';', ',', '\n', ':', '"', '髙', '𠮷', ' ', 'n', 'N');
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: special, maxLength: 100 }),
    );
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 0, max: 2_000_000 }), (summary, location, minute) => {
        const startsAt = instant(Date.UTC(2026, 0, 1) + minute * 60_000);
        const text = calendarFile(entry({ summary, location, startsAt }));
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.isWellFormed()).toBe(true);
        }
        const found = read(text);
        expect(found.startsAt).toBe(startsAt);
        expect(found.event.summary).toBe(summary);
        expect(found.event.location ?? '').toBe(location);
      }),
      counted(2000),
    );
  });
});
