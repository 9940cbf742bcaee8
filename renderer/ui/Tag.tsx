import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from './icons.tsx';

export type TagProps = {
  readonly children: ReactNode;
  readonly onRemove?: () => void;
  /** Needed with onRemove: "Remove the theme Neglect". */
  readonly removeLabel?: string;
};

/** A plain word that something is filed under: a theme, a kind, a marking. */
export function Tag({ children, onRemove, removeLabel = 'Remove' }: TagProps) {
  return (
    <span className="ui-tag">
      {children}
      {onRemove && (
        <AriaButton className="ui-icon-button ui-icon-button-small" aria-label={removeLabel} onPress={onRemove}>
          <Icon name="close" size={12} />
        </AriaButton>
      )}
    </span>
  );
}
