import type { ThemeNode } from '../../../../db/contract/themes.ts';
import { goTo } from '../../../app/go-to.ts';
import { themeHref } from '../../../app/links.ts';
import { IconButton, Menu } from '../../../ui/index.ts';

export type ThemeAct = {
  readonly kind: 'add' | 'rename' | 'move' | 'merge' | 'remove';
  readonly theme: ThemeNode;
};

type ThemeMenuProps = { readonly theme: ThemeNode; readonly onAct: (act: ThemeAct) => void };

export function ThemeMenu({ theme, onAct }: ThemeMenuProps) {
  const does = (kind: ThemeAct['kind']) => () => onAct({ kind, theme });
  return (
    <Menu
      label={`What to do with ${theme.name}`}
      trigger={<IconButton icon="more" size="small" label={`What to do with ${theme.name}`} />}
      items={[
        { key: 'open', label: 'Open', icon: 'themes', onChoose: () => goTo(themeHref(theme.id)) },
        { key: 'add', label: 'Add a theme under it', icon: 'add', onChoose: does('add') },
        { key: 'rename', label: 'Rename', icon: 'edit', onChoose: does('rename') },
        { key: 'move', label: 'Move under …', onChoose: does('move') },
        { key: 'merge', label: 'Merge into …', onChoose: does('merge') },
        'line',
        { key: 'remove', label: 'Remove', icon: 'close', isDanger: true, onChoose: does('remove') },
      ]}
    />
  );
}
