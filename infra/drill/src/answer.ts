export interface Answer {
  status: number;
  body: Record<string, unknown>;
  etag?: string;
  position?: string;
  replayed: boolean;
}
