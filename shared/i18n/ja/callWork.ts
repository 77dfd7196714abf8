/** Texts of the call workspace: the queue, the card, the keys. */
export const callWork = {
  ics: {
    appointment: (who: string) => `アポ ${who}`,
    callback: (who: string) => `再TEL ${who}`,
    honorific: (name: string) => (name === '' ? '' : `${name}様`),
    phone: (phone: string) => `電話番号 ${phone}`,
    fileName: (kind: string, day: string) => `${kind}_${day}.ics`,
    kinds: { appointment: 'アポ', callback: '再TEL' },
  },
} as const;
