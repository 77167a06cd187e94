FROM python:3.12-slim
COPY app.py /srv/
CMD ["python", "/srv/app.py"]
