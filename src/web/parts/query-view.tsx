import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from './failure-notice.tsx';
import { LoadingLines } from './loading-lines.tsx';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Shown while nothing is there yet; lines by default. */
  readonly loading?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What a query brought: its data, or that it is on its way, or what went wrong with what to do. Data that is there stays while it is asked for again. */
export function QueryView<Data>({ query, loading, children }: QueryViewProps<Data>): ReactNode {
  if (query.data !== undefined)
    return (
      <>
        {query.isError ? <FailureNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
        {children(query.data)}
      </>
    );
  if (query.isError) return <FailureNotice error={query.error} onRetry={() => void query.refetch()} />;
  return loading ?? <LoadingLines />;
}
