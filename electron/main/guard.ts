import type { Session, WebContents } from 'electron';
import { app, shell } from 'electron';
import { security } from './security.ts';

/** Engine-wide rules; must run before the app is ready. */
export function guardApp(): void {
  for (const [name, { value }] of Object.entries(security.engineSwitches))
    app.commandLine.appendSwitch(name, value);
  if (security.behaviour.appSandbox.value) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Whatever a page of this session asks for, the answer is no. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  const urls = [...security.behaviour.network.value];
  session.webRequest.onBeforeRequest({ urls }, (_details, decide) => decide({ cancel: true }));
}

/** A window stays where it is and opens no other; a number to call is the one thing the system gets. */
function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: security.behaviour.windowOpen.value }));
  contents.on('will-navigate', event => {
    event.preventDefault();
    if (security.behaviour.dialling.value.test(event.url)) void shell.openExternal(event.url);
  });
  contents.on('will-frame-navigate', event => {
    if (event.isMainFrame || !/^(about:|blob:)/.test(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', event => event.preventDefault());
  contents.on('will-attach-webview', event => event.preventDefault());
}
