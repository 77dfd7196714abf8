import { createSpotlight } from '@mantine/spotlight';

const [store, actions] = createSpotlight();

/** State of the command palette. */
export const paletteStore = store;

/** Opens the palette. */
export const openPalette = actions.open;

/** Puts the selection on the first entry, as the palette does by itself for entries that need no waiting. */
export function selectFirst(): void {
  const entries = document.querySelectorAll('.mantine-Spotlight-actionsList [data-action]');
  for (const entry of entries) entry.removeAttribute('data-selected');
  entries[0]?.setAttribute('data-selected', 'true');
  store.updateState(state => ({ ...state, selected: 0 }));
}
