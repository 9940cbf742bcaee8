import { IconButton } from '../ui/index.ts';
import { goBack, goForward, useCanGoBack, useCanGoForward } from './browsing.ts';

/** At the start of the top strip: through what was looked at. */
export function BackForward() {
  const canGoBack = useCanGoBack();
  const canGoForward = useCanGoForward();
  return (
    <>
      <IconButton icon="chevron-left" label="Back" keys="Alt+←" isDisabled={!canGoBack} onPress={goBack} />
      <IconButton icon="chevron-right" label="Forward" keys="Alt+→" isDisabled={!canGoForward} onPress={goForward} />
    </>
  );
}
