import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/base.css';
import { App } from './app/app.tsx';
import { startWords } from './words/start-words.ts';

await startWords();
const place = document.getElementById('page');
if (place === null) throw new Error('index.html has no #page');
createRoot(place).render(<App />);
