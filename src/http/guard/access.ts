import type { Seat } from '#app/web/seat.ts';
import type { Action } from '#domain/permissions.ts';

/**
 * Who may ask a route: `everybody`, also before there is an administrator; `anybody`, once there is one, also without being signed in; or those who
 * may do something. A route that does not say is refused when the server starts.
 */
export type Access = 'everybody' | 'anybody' | Action;

/** A route as it was declared. */
export interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly browsersOnly: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** A key may not, whatever its rights: what concerns sign-in itself. */
    browsersOnly?: boolean;
  }
  interface FastifyRequest {
    /** Of whoever is signed in; null where nobody has to be. */
    seat: Seat | null;
  }
}
