# syntax=docker/dockerfile:1
# Steward in a container: docker compose up -d (compose.yaml says with what). Everything that changes is in /data.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages packages
COPY prisma prisma
COPY scripts scripts
# The generated database clients are made by the postinstall script.
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    ICU_TIMEZONE_FILES_DIR=/app/node_modules/.zones \
    DATABASE_URL=file:/data/steward.db \
    MATRIX_KEYS=/data/matrix
WORKDIR /app
COPY --from=packages /app /app
COPY package.json ./
COPY locales locales
COPY commands commands
COPY adapters adapters
COPY src src
COPY --from=packages /app/src/store/generated src/store/generated
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["node", "src/operations/healthy.ts"]
# Not through npm, which keeps SIGTERM to itself.
# Less memory for little work: as in the script `start` of package.json.
ENV MALLOC_ARENA_MAX=1
CMD ["node", "--max-semi-space-size=2", "--heap-growing-percent=50", "src/main.ts"]
