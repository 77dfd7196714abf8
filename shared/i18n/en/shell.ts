import type { Translated } from '#shared/i18n/translated.ts';
import type { shell as source } from '#shared/i18n/ja/shell.ts';

export const shell: Translated<typeof source> = {
  name: 'Dosen',
  show: 'Open Dosen',
  quit: 'Quit',
  unsaved: 'There are unsaved changes. Closing loses them.',
  stay: 'Do not close',
  discard: 'Discard and close',
  stillRunning: 'Dosen goes on sending and reminding with its window closed. Quit it from its icon here.',
  menu: {
    file: 'File',
    close: 'Close window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    reload: 'Reload',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
  },
};
