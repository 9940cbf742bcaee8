import { Spinner } from '../ui/index.ts';

export function Starting() {
  return (
    <div className="app-starting">
      <Spinner label="Opening" size={24} />
    </div>
  );
}
