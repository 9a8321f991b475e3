import { pipelineInForce } from '#app/web/documents/pipeline-in-force.ts';
import type { Web } from '#app/web/open-web.ts';
import { learnApart, learningState } from '#app/web/review/learn-apart.ts';
import { listReview } from '#app/web/review/list-review.ts';
import { answers } from '../contract/answers.ts';
import { learningResultSchema, reviewListSchema, reviewQuerySchema } from '../contract/review.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

/** `/api/review`: what a person should look at. It is answered by decisions about the papers. */
export function addReviewRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/review',
    config: { access: 'see-cases' },
    schema: { querystring: reviewQuerySchema, response: answers(reviewListSchema) },
    handler: async (request) => {
      const seat = seatOf(request);
      const { classification } = await pipelineInForce(web);
      const [{ papers, count }, learning] = await Promise.all([
        listReview(web, seat, request.query),
        learningState(web, seat, classification.learning.fewestPapers),
      ]);
      return { papers, count, learning };
    },
  });
  server.route({
    method: 'POST',
    url: '/api/review/learn',
    config: { access: 'learn' },
    schema: {
      description: 'Learns from all that persons said papers are, if that makes Liasse better; figures only.',
      response: answers(learningResultSchema),
    },
    handler: (request) => learnApart(web, seatOf(request)),
  });
}
