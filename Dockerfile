# The web server and the worker (target `ownstory`), and the S3 server of docker-compose.yml (target `s3`).
FROM python:3.11-slim-bookworm AS python
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
RUN useradd --system --create-home --uid 10001 ownstory
WORKDIR /srv/ownstory

FROM python AS s3
COPY requirements/s3.txt requirements/s3.txt
RUN pip install --require-hashes --no-deps -r requirements/s3.txt
RUN install -d -o ownstory /data /data/ownstory
USER ownstory
EXPOSE 9000
CMD ["nanio", "serve", "--data-dir", "/data", "--host", "0.0.0.0", "--port", "9000"]

FROM python AS ownstory
# Tesseract reads scans, ffmpeg measures and copies recordings, Pango sets the PDF that leaves with a young person's words.
RUN apt-get update && apt-get install --yes --no-install-recommends gettext ffmpeg tesseract-ocr tesseract-ocr-eng tesseract-ocr-cym \
        libpango-1.0-0 libpangoft2-1.0-0 fonts-noto-core fonts-noto-color-emoji \
    && rm -rf /var/lib/apt/lists/*
COPY requirements/base.txt requirements/base.txt
RUN pip install --require-hashes --no-deps -r requirements/base.txt
COPY . .
# Building needs settings, not secrets: the keys it makes for itself are thrown away with the folder.
RUN export DATA_DIR=/tmp/build STATIC_ROOT=/srv/ownstory/static_built \
    && if ls locale/*/LC_MESSAGES/*.po >/dev/null 2>&1; then python manage.py compilemessages --verbosity 0; fi \
    && python manage.py collectstatic --no-input --verbosity 0 \
    && rm -rf /tmp/build \
    && install -d -o ownstory /data
ENV OWNSTORY_MODE=production DATA_DIR=/data STATIC_ROOT=/srv/ownstory/static_built
USER ownstory
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD \
    ["python", "-c", "import urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/healthz', headers={'X-Forwarded-Proto': 'https', 'Host': 'localhost'}), timeout=4)"]
CMD ["gunicorn", "config.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "2", "--worker-class", "gthread", "--threads", "8", "--no-control-socket"]
