import type { Translated } from '#shared/i18n/translated.ts';
import type { errors as source } from '#shared/i18n/ja/errors.ts';

/** Parts of every error message: what happened, what became of the data, what to do next. */
export const errors = {
  code: (code: string) => `Code ${code}`,
  incident: (id: string) => `Incident ${id}`,
  retry: 'Try again',
  reload: 'Reload the screen',
  unexpected: {
    what: 'Something stopped unexpectedly.',
    data: 'Everything saved so far is kept.',
    next: 'Try again; if it stays, note the incident number and let us know.',
  },
  disconnected: {
    what: 'The connection to the inner process was lost.',
    data: 'Everything saved is kept.',
    next: 'We are reconnecting. If it does not come back, close Dosen and open it again.',
  },
  screen: {
    what: 'This screen could not be shown.',
    data: 'Everything saved is kept.',
    next: 'Reload the screen or go to another one.',
  },
} satisfies Translated<typeof source>;
