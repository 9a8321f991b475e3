import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { queryClient } from '../api/query-client.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { router } from './router.tsx';
import { ShortcutsProvider } from './shortcuts-provider.tsx';
import { cssVariables, theme } from './theme.ts';

/** All that every page stands in. */
export function App(): ReactNode {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <ShortcutsProvider>
            <RouterProvider router={router} />
            <OfflineNotice />
            <Notifications position="bottom-right" limit={4} autoClose={8000} containerWidth={420} />
          </ShortcutsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
