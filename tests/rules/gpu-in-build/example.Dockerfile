FROM nvidia/cuda:12.6.0-base-ubuntu24.04
RUN nvidia-smi
