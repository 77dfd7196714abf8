import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/fonts.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/app.tsx';
import { installImeGuard } from '#renderer/lib/ime.ts';
import { connect } from '#renderer/platform/connect.ts';
import { styleNonce } from '#renderer/platform/nonce.ts';

installImeGuard(window);
// Libraries under Mantine that add style tags of their own look for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(<App client={connect()} />);
