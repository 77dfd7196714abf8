import { Menu, type ContextMenuParams, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { Catalogue } from '#shared/i18n/index.ts';

type Texts = Catalogue['shell']['menu'];

/**
 * The menu of the app, in the language of the system: without one of our own Electron brings an English one that leads
 * to its own pages. On a Mac copy and paste work only through it. Keys the page uses itself never get here.
 */
export function setAppMenu(t: Catalogue['shell'], quit: () => void): void {
  const { menu } = t;
  const template: MenuItemConstructorOptions[] = [
    {
      label: menu.file,
      submenu: [
        { role: 'close', label: menu.close },
        { type: 'separator' },
        { label: t.quit, accelerator: 'CommandOrControl+Q', click: quit },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        { type: 'separator' },
        ...editing(menu),
      ],
    },
    {
      label: menu.view,
      submenu: [
        { role: 'reload', label: menu.reload },
        { type: 'separator' },
        { role: 'zoomIn', label: menu.zoomIn },
        { role: 'zoomOut', label: menu.zoomOut },
        { role: 'resetZoom', label: menu.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: menu.fullScreen },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Cut, copy and paste by the right button, where there is something to do them with. */
export function offerEditing(contents: WebContents, menu: Texts): void {
  contents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    if (!isEditable && selectionText.trim() === '') return;
    Menu.buildFromTemplate(editing(menu, editFlags)).popup();
  });
}

type Flags = Partial<Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste'>>;

const editing = (menu: Texts, can: Flags = {}): MenuItemConstructorOptions[] => [
  { role: 'cut', label: menu.cut, enabled: can.canCut ?? true },
  { role: 'copy', label: menu.copy, enabled: can.canCopy ?? true },
  { role: 'paste', label: menu.paste, enabled: can.canPaste ?? true },
  { role: 'selectAll', label: menu.selectAll },
];
