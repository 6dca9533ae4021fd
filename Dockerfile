# The program and nothing else: no shell, no libraries, no git.
#
#   docker build --tag apiglint --build-arg VERSION="$(git describe --tags)" --build-arg COMMIT="$(git rev-parse HEAD)" .
#   docker run --rm --network none --read-only --volume "$PWD:/work:ro" apiglint check
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG TARGETOS=linux TARGETARCH=amd64 VERSION COMMIT
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -buildvcs=false \
    -ldflags "-s -w -X main.releaseVersion=$VERSION -X main.releaseCommit=$COMMIT" -o /apiglint ./cmd/apiglint

FROM scratch
LABEL org.opencontainers.image.source="https://github.com/apiglint/apiglint" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /apiglint /apiglint
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/apiglint"]
CMD ["check"]
