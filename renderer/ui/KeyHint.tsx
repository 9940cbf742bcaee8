/** A key combination as it is written on the keyboard: "Ctrl+K". */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className="ui-key-hint">
      {keys.split('+').map((key) => (
        <span key={key}>{key}</span>
      ))}
    </kbd>
  );
}
