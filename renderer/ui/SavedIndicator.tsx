import { Icon } from './icons.tsx';

export type SavedIndicatorProps =
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'saving' }
  | { readonly state: 'failed' };

/** Quiet word that the work is safe: "Saved 10:42". Not announced: each edit says so itself. */
export function SavedIndicator(props: SavedIndicatorProps) {
  return <span className={`ui-saved ui-saved-${props.state}`}>{content(props)}</span>;
}

const content = (props: SavedIndicatorProps) => {
  if (props.state === 'saving') return 'Saving…';
  if (props.state === 'failed')
    return (
      <>
        <Icon name="warning" size={14} /> Not saved
      </>
    );
  return (
    <>
      <Icon name="check" size={14} /> Saved {timeInWords(props.at)}
    </>
  );
};

const timeInWords = (at: Date): string => at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
