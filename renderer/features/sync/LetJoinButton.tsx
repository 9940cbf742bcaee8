import { goTo } from '../../app/go-to.ts';
import { Button, useReadOnly } from '../../ui/index.ts';

export function LetJoinButton({ kind = 'secondary' }: { readonly kind?: 'primary' | 'secondary' }) {
  const isReadOnly = useReadOnly();
  return (
    <Button kind={kind} isDisabled={isReadOnly} onPress={() => goTo('/sync/join')}>
      Let a laptop join
    </Button>
  );
}
