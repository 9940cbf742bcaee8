import { FieldError, Label, Text } from 'react-aria-components';
import { classNames } from './class-names.ts';
import type { FieldWords } from './field-words.ts';

/** Label, hint and error, in that order above the control, as GOV.UK sets them. Inside a React Aria field. */
export function FieldLabel({ label, hint, error, optional, hideLabel }: FieldWords) {
  return (
    <>
      <Label className={classNames('ui-label', hideLabel && 'ui-visually-hidden')}>
        {label}
        {optional && <span className="ui-label-optional"> (optional)</span>}
      </Label>
      {hint && (
        <Text slot="description" className="ui-hint">
          {hint}
        </Text>
      )}
      {error && <FieldError className="ui-field-error">{error}</FieldError>}
    </>
  );
}
