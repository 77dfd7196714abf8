import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Router } from 'wouter';
import { hashLocation } from '#renderer/lib/routing.ts';
import { BackendProvider } from '#renderer/lib/backend.tsx';
import { I18nProvider } from '#renderer/lib/i18n.tsx';
import type { Client } from '#renderer/platform/connect.ts';
import { styleNonce } from '#renderer/platform/nonce.ts';
import { Layout } from './layout.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

/** The whole window: theme, texts, places. */
export function App({ client }: { readonly client: Client }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <I18nProvider>
        <Notifications position="bottom-left" limit={1} containerWidth={420} transitionDuration={120} />
        <BackendProvider client={client}>
          <Router hook={hashLocation}>
            <Layout />
          </Router>
        </BackendProvider>
      </I18nProvider>
    </MantineProvider>
  );
}
