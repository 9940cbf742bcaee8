import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import { CheckMark } from './CheckMark.tsx';

export type CheckboxProps = {
  readonly children: ReactNode;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some but not all of what it stands for. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
};

export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="ui-choice">
      <CheckboxButton className="ui-choice-button">
        {({ isSelected, isIndeterminate }) => (
          <>
            <CheckMark state={isIndeterminate ? 'some' : isSelected ? 'all' : 'none'} />
            <span>{children}</span>
          </>
        )}
      </CheckboxButton>
      {hint && (
        <Text slot="description" className="ui-hint ui-choice-hint">
          {hint}
        </Text>
      )}
    </CheckboxField>
  );
}
