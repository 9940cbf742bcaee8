import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, Text } from 'react-aria-components';

export type SwitchProps = {
  readonly children: ReactNode;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
};

/** A setting that takes effect at once. In a form that is sent later, use a checkbox. */
export function Switch({ children, hint, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="ui-choice">
      <SwitchButton className="ui-choice-button">
        <span className="ui-switch-track" aria-hidden="true">
          <span className="ui-switch-knob" />
        </span>
        <span>{children}</span>
      </SwitchButton>
      {hint && (
        <Text slot="description" className="ui-hint ui-choice-hint ui-switch-hint">
          {hint}
        </Text>
      )}
    </SwitchField>
  );
}
