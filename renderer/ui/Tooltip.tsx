import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from 'react-aria-components';
import { KeyHint } from './KeyHint.tsx';

export type TooltipProps = {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly placement?: AriaTooltipProps['placement'];
  readonly isDisabled?: boolean;
  /** One focusable element of React Aria: a button or a link. */
  readonly children: ReactElement;
};

/** Names or explains a control on hover and focus; never the only place where something is said. */
export function Tooltip({ text, keys, placement = 'bottom', isDisabled, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80} isDisabled={isDisabled}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={6}>
        {text}
        {keys && <KeyHint keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
