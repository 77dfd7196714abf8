import type { callWork as source } from '#shared/i18n/ja/callWork.ts';
import type { Translated } from '#shared/i18n/translated.ts';

/** Texts of the call workspace: the queue, the card, the keys. */
export const callWork = {
  ics: {
    appointment: (who: string) => `Appointment: ${who}`,
    callback: (who: string) => `Call back: ${who}`,
    honorific: (name: string) => name,
    phone: (phone: string) => `Phone ${phone}`,
    fileName: (kind: string, day: string) => `${kind}_${day}.ics`,
    kinds: { appointment: 'appointment', callback: 'callback' },
  },
} as const satisfies Translated<typeof source>;
