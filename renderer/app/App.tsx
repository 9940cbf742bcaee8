import { QueryClientProvider } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Unlock } from '../features/welcome/Unlock.tsx';
import { CreateBoard } from '../features/welcome/CreateBoard.tsx';
import { SampleBoard } from '../features/welcome/SampleBoard.tsx';
import { WaitsToJoin } from '../features/welcome/WaitsToJoin.tsx';
import { Welcome } from '../features/welcome/Welcome.tsx';
import { type Screen, useSession } from '../state/session.ts';
import { Toasts } from '../ui/index.ts';
import { queryClient } from './query-client.ts';
import { Starting } from './Starting.tsx';
import { Unreachable } from './Unreachable.tsx';
import { WholePageFailure } from './WholePageFailure.tsx';

const openBoard = () => import('./OpenBoard.tsx');
const OpenBoard = lazy(async () => ({ default: (await openBoard()).OpenBoard }));

export function App() {
  const screen = useSession(({ screen: shown }) => shown);
  return (
    <QueryClientProvider client={queryClient}>
      <CatchBoundary getResetKey={() => screen.at} errorComponent={WholePageFailure}>
        <Suspense fallback={<Starting />}>{screenToShow(screen)}</Suspense>
      </CatchBoundary>
      <Toasts />
    </QueryClientProvider>
  );
}

const screenToShow = (screen: Screen) => {
  switch (screen.at) {
    case 'starting':
      return <Starting />;
    case 'welcome':
      return <Welcome />;
    case 'create':
      return <CreateBoard />;
    case 'sample':
      return <SampleBoard />;
    case 'unlock':
      return <Unlock />;
    case 'joining':
      return <WaitsToJoin />;
    case 'open':
      return <OpenBoard />;
    case 'unreachable':
      return <Unreachable message={screen.message} />;
  }
};
