FROM python:3.13-slim AS base
USER app
FROM base
CMD ["python", "app.py"]
