# syntax=docker/dockerfile:1
# Liasse with all it reads with: docker build -t liasse .

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Scripts of packages fetch what is not needed here, such as a Node of their own.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

# The page takes packages to build that nothing needs afterwards.
FROM node:24.21.0-bookworm-slim AS page
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts && npm cache clean --force
COPY vite.config.ts tsconfig.json tsconfig.web.json ./
COPY src src
RUN npm run build:web

FROM node:24.21.0-bookworm-slim
# The faster of the two engines; its models come with Liasse.
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY src src
COPY pipelines pipelines
COPY --from=page /app/dist/web dist/web
RUN mkdir -p /var/lib/liasse /var/cache/liasse \
 && chown node:node /var/lib/liasse /var/cache/liasse \
 && chmod 1777 /var/lib/liasse /var/cache/liasse \
 && ln -s /app/bin/liasse.js /usr/local/bin/liasse
ENV NODE_ENV=production \
    LIASSE_HOME=/var/lib/liasse \
    XDG_CACHE_HOME=/var/cache
USER node
VOLUME ["/var/lib/liasse"]
ENTRYPOINT ["node", "/app/bin/liasse.js"]
CMD ["--help"]
