import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, type IconName, useReadOnly } from '../../../ui/index.ts';

export type AddInlineProps = {
  /** On the button: "Add a dated event". */
  readonly label: string;
  readonly icon?: IconName;
  readonly children: (close: () => void) => ReactNode;
};

/** A button that gives way to a form; closing the form brings the button and the focus back. */
export function AddInline({ label, icon = 'add', children }: AddInlineProps) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const isReadOnly = useReadOnly();
  useEffect(() => {
    if (wasOpen.current && !isOpen) place.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isReadOnly) return null;
  return (
    <div ref={place} className="review-add">
      {isOpen ? (
        children(() => setOpen(false))
      ) : (
        <Button kind="quiet" size="small" icon={icon} onPress={() => setOpen(true)}>
          {label}
        </Button>
      )}
    </div>
  );
}
